package cn.onenetwork.catalogue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// The parts of a service guide (办事指南) that are read by people and decide nothing here. They are shown as
/// imported.
public final class Guide {

    private Guide() {}

    /// On what the power rests (设定依据).
    @Name("LegalBasis")
    @Description("On what the power rests. 设定依据。")
    public record LegalBasis(
            @NonNull @Description("Title of the law or regulation. 依据名称。")
            String title,

            @Description("Its articles. 条款。") @Nullable String articles,

            @Description("Number of the document. 文号。") @Nullable
            String documentNo,

            @NonNull @Description("What it says, in short. 内容摘要。")
            String summary) {}

    /// One fee (收费项目).
    @Name("ItemFee")
    @Description("One fee of an item. 收费项目。")
    public record Fee(
            @NonNull @Description("What is paid for. 收费项目名称。")
            String name,

            @NonNull @Description("How much, in words. 收费标准。")
            String standard,

            @Description("On what the fee rests. 收费依据。") @Nullable
            String basis,

            @Description("Whether it can be reduced or waived. 是否允许减免。")
            boolean reducible,

            @Description("When it is reduced. 减免说明。") @Nullable
            String reductionNote) {}

    /// Where people ask, or complain (咨询、监督投诉).
    @Name("ItemContact")
    @Description("Where people ask or complain. 联系方式。")
    public record Contact(
            @NonNull @Description("Telephone with area code. 电话。")
            String phone,

            @Description("How to reach it online. 线上渠道。") @Nullable
            String online) {}

    /// A question often asked (常见问题).
    @Name("ItemFaq")
    @Description("A question often asked, with its answer. 常见问题。")
    public record Faq(
            @NonNull @Description("The question. 问题。") String question,
            @NonNull @Description("The answer. 解答。") String answer) {}

    /// A step of the way from application to result (办理流程).
    @Name("HandlingStep")
    @Description("A step from application to result. 办理环节。")
    public record Step(
            @Description("From 1. 顺序。") int order,
            @NonNull @Description("Name of the step. 环节名称。") String name,
            @Description("What happens. 说明。") @Nullable String description,

            @Description("Target in minutes. 目标时长（分钟）。") @Nullable
            Integer limitMinutes) {}

    /// Where an item can be handled in person: a counter of a hall of the tenant.
    record Counter(String hallId, String counter) {}

    /// What happens if all goes well.
    ///
    /// @param licenceTypeCode the type of licence (证照类型代码) that is issued; null where none is
    record Result(String name, ResultType type, @Nullable String licenceTypeCode) {}

    /// What else is offered (wire names of the national exchange tables: is_schedule, is_pay_online, ...).
    record Flags(boolean appointment, boolean onlinePayment, boolean express, boolean kiosk, boolean inServiceHall) {}

    /// A body that runs items (实施主体).
    ///
    /// @param code unified social credit code
    public record Implementer(String code, String name) {}

    /// A law-given procedure outside the limit, such as a hearing (特别程序).
    record SpecialProcedure(
            String kind,
            String name,
            @Nullable TimeLimit maxLimit,
            @Nullable String note) {}

    /// A field of a licence or of shared data that rules read as `materials.<key>.data.<name>`.
    public record ExtractedField(String name, @Nullable String title, String type) {}

    /// From whom a material can be obtained instead of asking the applicant for it again.
    public record ShareSource(
            String department, String method, @Nullable String licenceTypeCode) {}

    /// A section of the form's layout, as far as the rules look into it.
    record Section(List<Field> fields) {}

    /// A field of a section.
    record Field(String name) {}
}
