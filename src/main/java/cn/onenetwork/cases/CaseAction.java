package cn.onenetwork.cases;

import cn.onenetwork.identity.Role;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;

/// What a person can do with a case: the mutation's name without `case`.
@Description("What can be done with a case: the mutation's name without `case`. 可办理的操作。")
public enum CaseAction {
    @Description("caseDraftSave: save the draft. 暂存。")
    DRAFT_SAVE(CaseEventKind.DRAFT_SAVED),
    @Description("caseSubmit: file it. 提交。")
    SUBMIT(CaseEventKind.SUBMITTED),
    @Description("caseSupplement: supplement it. 补正。")
    SUPPLEMENT(CaseEventKind.SUPPLEMENTED),
    @Description("caseWithdraw: withdraw it. 撤回。")
    WITHDRAW(CaseEventKind.WITHDRAWN),
    @Description("documentUploadCreate: upload a document. 上传材料。")
    DOCUMENT_UPLOAD(CaseEventKind.DOCUMENT_UPLOADED),
    @Description("documentReuse: use a document of another case again. 复用材料。")
    DOCUMENT_REUSE(CaseEventKind.DOCUMENT_REUSED),
    @Description("documentRemove: take a document out of the draft. 删除材料。")
    DOCUMENT_REMOVE(CaseEventKind.DOCUMENT_REMOVED),
    @Description("documentPass: accept a document. 材料审核通过。")
    DOCUMENT_PASS(CaseEventKind.DOCUMENT_PASSED),
    @Description("documentReturn: send a document back. 材料退回。")
    DOCUMENT_RETURN(CaseEventKind.DOCUMENT_RETURNED),
    @Description("caseReturn: send back before receipt. 预审退回。")
    RETURN(CaseEventKind.RETURNED),
    @Description("caseReceive: receive it. 收件。")
    RECEIVE(CaseEventKind.RECEIVED),
    @Description("caseAccept: accept it. 受理。")
    ACCEPT(CaseEventKind.ACCEPTED),
    @Description("caseRefuse: do not accept it. 不予受理。")
    REFUSE(CaseEventKind.REFUSED),
    @Description("caseRequireSupplement: ask for supplements. 补正告知。")
    REQUIRE_SUPPLEMENT(CaseEventKind.SUPPLEMENT_REQUIRED),
    @Description("caseSuspend: begin a special procedure. 特别程序开始。")
    SUSPEND(CaseEventKind.SUSPENDED),
    @Description("caseResume: end a special procedure. 特别程序结束。")
    RESUME(CaseEventKind.RESUMED),
    @Description("caseExtend: extend the limit. 延期。")
    EXTEND(CaseEventKind.EXTENDED),
    @Description("caseApprove: decide in favour. 准予。")
    APPROVE(CaseEventKind.APPROVED),
    @Description("caseReject: decide against. 不予许可。")
    REJECT(CaseEventKind.REJECTED),
    @Description("caseTerminate: end it. 异常终止。")
    TERMINATE(CaseEventKind.TERMINATED),
    @Description("caseDeliver: hand the result over. 送达。")
    DELIVER(CaseEventKind.DELIVERED),
    @Description("caseClaim: take it on, so that nobody else works on it meanwhile. 认领。")
    CLAIM(CaseEventKind.CLAIMED),
    @Description("caseRelease: give it back. 释放。")
    RELEASE(CaseEventKind.RELEASED);

    private final CaseEventKind event;

    CaseAction(CaseEventKind event) {
        this.event = event;
    }

    /// Whether it is the applicant's rather than the administration's.
    boolean byApplicant() {
        return CaseLifecycle.roles(this).equals(Set.of(Role.CITIZEN));
    }

    /// What stands in the journal when it was done.
    public CaseEventKind event() {
        return event;
    }
}
