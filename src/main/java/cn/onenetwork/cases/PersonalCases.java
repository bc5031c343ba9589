package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.platform.DataSubject;
import cn.onenetwork.platform.PersonalDataHolder;
import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;

/// The cases of a person, with all that is kept of them: answers, timeline, vouchers, what was signed, and
/// what the rules said. Of staff only that it was staff.
@ApplicationScoped
class PersonalCases implements PersonalDataHolder {

    private static final String CASES = """
            select c.id, c.form_sealed, c.form_key, cast(c.form as text), cast(jsonb_build_object(
                'id', c.id, 'caseNo', c.case_no, 'taskCode', c.task_code, 'item', c.item_name,
                'itemVersion', c.item_version, 'tenant', c.tenant_id, 'onBehalfOf', c.on_behalf_of, 'status', c.status,
                'closure', c.closure, 'createdAt', c.created_at, 'submittedAt', c.submitted_at,
                'acceptedOn', c.accepted_on, 'decidedAt', c.decided_at, 'closedAt', c.closed_at,
                'materials', c.materials, 'supplementNotice', c.supplement,
                'timeline', (select coalesce(jsonb_agg(jsonb_build_object('sequence', e.sequence, 'kind', e.kind,
                    'to', e.to_status, 'at', e.at, 'actor', e.actor, 'note', e.note, 'dueOn', e.due_on)
                    order by e.sequence), '[]') from case_event e where e.case_id = c.id),
                'vouchers', (select coalesce(jsonb_agg(jsonb_build_object('type', v.type, 'number', v.number,
                    'issuedOn', v.issued_on, 'dueOn', v.due_on, 'content', v.content) order by v.sequence), '[]')
                    from voucher v where v.case_id = c.id),
                'commitments', (select coalesce(jsonb_agg(jsonb_build_object('materialId', l.material_id,
                    'kind', l.kind, 'signedAt', l.signed_at, 'content', l.content) order by l.signed_at), '[]')
                    from commitment_letter l where l.case_id = c.id),
                'decisionExplanations', (select coalesce(jsonb_agg(jsonb_build_object('at', x.at,
                    'approved', x.approved, 'ruleVersion', x.rule_version, 'outcomes', x.outcomes)
                    order by x.at), '[]') from decision_explanation x where x.case_id = c.id)) as text)
            from service_case c where c.owner = any(cast(:owners as text[])) order by c.id
            """;

    private final Forms forms;

    PersonalCases(Forms forms) {
        this.forms = forms;
    }

    @Override
    public String section() {
        return "cases";
    }

    @Override
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<JsonObject>> records(DataSubject subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CASES, Object[].class)
                        .setParameter("owners", subject.owners().toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(this::record).toList());
    }

    private JsonObject record(Object[] row) {
        SealedForm kept = new SealedForm((byte[]) row[1], (String) row[2], (String) row[3], null);
        Form form = forms.open((UUID) row[0], kept);
        JsonObject facts = JSON.createReader(new StringReader((String) row[4])).readObject();
        return JSON.createObjectBuilder(facts).add("form", form.json()).build();
    }
}
