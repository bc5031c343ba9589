package cn.onenetwork.identity;

import org.eclipse.microprofile.graphql.Description;

/// How well a person's identity was proven; ordered, the strongest last.
@Description("How well a person's identity was proven. 实名等级。")
public enum RealNameLevel {
    @Description("Self-declared. 自行填报。")
    L1,
    @Description("Verified against population or legal-person data. 数据核验。")
    L2,
    @Description("Face verified. 人脸核验。")
    L3,
    @Description("Digital certificate or verified at a window. 数字证书或窗口核验。")
    L4
}
