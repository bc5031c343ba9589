package cn.onenetwork.documents;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/// Why a file was not taken. What people are told stands in `messages/Labels`.
@Enum("DocumentRejection")
@Description("Why a file was not taken. 文件未通过检查的原因。")
public enum Rejection {
    @Description("It is empty. 空文件。")
    EMPTY,
    @Description("Its bytes are not those that were announced: the SHA-256 differs. 内容与声明的摘要不符。")
    DIGEST_MISMATCH,
    @Description("Its content is not of the announced type. 内容与声明的文件类型不符。")
    TYPE_MISMATCH,
    @Description("It is two kinds of file at once. 文件同时具有多种格式特征。")
    POLYGLOT,
    @Description("It is damaged, or cannot be opened without a password. 文件损坏或已加密。")
    UNREADABLE,
    @Description("It unfolds to more than anybody needs: pages, pixels or packed content. 展开后超出限制。")
    TOO_COMPLEX,
    @Description("It runs something when it is opened. 含有可执行内容。")
    ACTIVE_CONTENT,
    @Description("The scanner found malware. 发现恶意代码。")
    MALWARE
}
