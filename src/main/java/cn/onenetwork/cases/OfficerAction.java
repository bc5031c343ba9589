package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/// What an officer can want done to a case, with all that the law makes the officer say. Other rooms make
/// these; only [CaseDesk] carries them out.
public final class OfficerAction extends CaseDeed {

    private OfficerAction(CaseAction action, Verb verb) {
        super(action, verb);
    }

    /// 收件.
    public static OfficerAction receive(@Nullable String note) {
        return new OfficerAction(
                CaseAction.RECEIVE, (found, caller, moment) -> found.receive(caller, Word.note(note), moment));
    }

    /// 受理.
    public static OfficerAction accept(@Nullable String note) {
        return new OfficerAction(
                CaseAction.ACCEPT, (found, caller, moment) -> found.accept(caller, Word.note(note), moment));
    }

    /// 不予受理.
    public static OfficerAction refuse(Grounds grounds) {
        return new OfficerAction(
                CaseAction.REFUSE, (found, caller, moment) -> found.refuse(caller, grounds.word(), moment));
    }

    /// 预审退回.
    ///
    /// @param answerBy a later day than the tenant's limit gives; null for that limit
    public static OfficerAction sendBack(
            List<SupplementNotice.Item> items, @Nullable LocalDate answerBy, @Nullable String note) {
        return new OfficerAction(
                CaseAction.RETURN,
                (found, caller, moment) -> found.sendBack(caller, items, answerBy, Word.note(note), moment));
    }

    /// 一次性补正告知.
    ///
    /// @param answerBy a later day than the tenant's limit gives; null for that limit
    public static OfficerAction requireSupplement(
            List<SupplementNotice.Item> items, @Nullable LocalDate answerBy, @Nullable String note) {
        return new OfficerAction(
                CaseAction.REQUIRE_SUPPLEMENT,
                (found, caller, moment) -> found.requireSupplement(caller, items, answerBy, Word.note(note), moment));
    }

    /// 特别程序开始: the applicant is told in writing what it is and how long it takes (Administrative
    /// Licensing Law art. 45).
    public static OfficerAction suspend(Procedure kind, String reason, int expectedDays, @Nullable String note) {
        Word word = new Word(
                Grounds.lines(reason, note),
                JSON.createObjectBuilder()
                        .add("kind", kind.name())
                        .add("reason", reason)
                        .add("expectedDays", expectedDays)
                        .build());
        return new OfficerAction(CaseAction.SUSPEND, (found, caller, moment) -> found.suspend(caller, word, moment));
    }

    /// 特别程序结束.
    public static OfficerAction resume(@Nullable String note) {
        return new OfficerAction(
                CaseAction.RESUME, (found, caller, moment) -> found.resume(caller, Word.note(note), moment));
    }

    /// 延期.
    public static OfficerAction extend(String reason, @Nullable String note) {
        return new OfficerAction(
                CaseAction.EXTEND, (found, caller, moment) -> found.extend(caller, reasoned(reason, note), moment));
    }

    /// 准予.
    public static OfficerAction approve(@Nullable String note) {
        return new OfficerAction(
                CaseAction.APPROVE, (found, caller, moment) -> found.approve(caller, Word.note(note), moment));
    }

    /// 不予许可.
    public static OfficerAction reject(Grounds grounds) {
        return new OfficerAction(
                CaseAction.REJECT, (found, caller, moment) -> found.reject(caller, grounds.word(), moment));
    }

    /// 异常终止.
    public static OfficerAction terminate(String reason, @Nullable String note) {
        return new OfficerAction(
                CaseAction.TERMINATE,
                (found, caller, moment) -> found.terminate(caller, reasoned(reason, note), moment));
    }

    /// 送达.
    public static OfficerAction deliver(@Nullable String note) {
        return new OfficerAction(
                CaseAction.DELIVER, (found, caller, moment) -> found.deliver(caller, Word.note(note), moment));
    }

    /// 认领.
    public static OfficerAction claim() {
        return new OfficerAction(CaseAction.CLAIM, ServiceCase::claim);
    }

    /// 释放.
    public static OfficerAction release() {
        return new OfficerAction(CaseAction.RELEASE, ServiceCase::release);
    }

    private static Word reasoned(String reason, @Nullable String note) {
        return new Word(
                Grounds.lines(reason, note),
                JSON.createObjectBuilder().add("reason", reason).build());
    }

    /// The special procedures whose days do not count (Administrative Licensing Law art. 45). An extension is
    /// none of them: it lengthens the limit.
    @Description("A special procedure whose days do not count. 特别程序。")
    public enum Procedure {
        @Description("Hearing. 听证。")
        HEARING,
        @Description("Tender. 招标。")
        TENDER,
        @Description("Auction. 拍卖。")
        AUCTION,
        @Description("Inspection. 检验。")
        INSPECTION,
        @Description("Testing. 检测。")
        TESTING,
        @Description("Quarantine. 检疫。")
        QUARANTINE,
        @Description("Appraisal. 鉴定。")
        APPRAISAL,
        @Description("Expert review. 专家评审。")
        EXPERT_REVIEW,
        @Description("Another one that the law leaves out of the limit, e.g. a publication. 其他。")
        OTHER
    }
}
