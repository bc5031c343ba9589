package cn.onenetwork.documents;

import org.eclipse.microprofile.graphql.Description;

/// How far an uploaded file is.
@Description("How far an uploaded file is. 文件状态。")
public enum DocumentState {
    @Description("Its bytes are still coming in. 上传中。")
    UPLOADING,
    @Description("All bytes are there and being checked. 检查中。")
    CHECKING,
    @Description("Checked: it fills its slot. 可用。")
    READY,
    @Description("Not taken, see rejectionReason. 未通过检查。")
    REJECTED
}
