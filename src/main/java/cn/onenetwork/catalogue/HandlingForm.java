package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// How an application may be handed in (办理形式), with the code values of GB/T 39046-2020.
@Description("How an application may be handed in. 办理形式。")
public enum HandlingForm {
    @Description("At a window. 窗口办理。")
    WINDOW("1"),
    @Description("On the web. 电脑端办理。")
    WEB("2"),
    @Description("In the app. 移动端办理。")
    MOBILE("3"),
    @Description("By courier. 快递申请。")
    EXPRESS("4");

    private final String code;

    HandlingForm(String code) {
        this.code = code;
    }

    /// The code value in GB/T 39046-2020 annex A.
    public String code() {
        return code;
    }
}
