package cn.onenetwork.catalogue;

/// Items of the sample library, for tests of rooms that need one without a database.
public final class ItemFixture {

    /// Promised, for companies; other authorities have all that the sample enterprise needs for it.
    public static final String POLICY_CLAIM = "ht-policy-claim";

    /// Promised, an administrative licence, for enterprises, decided with a licence.
    public static final String LAND_PLANNING = "ht-land-planning";

    /// Promised, decided with a document that is no licence, and no licence procedure.
    public static final String COMPLETION_ACCEPTANCE = "ht-completion-acceptance";

    /// Instant, for persons; the form asks how the result shall be delivered.
    public static final String SENIOR_CARD = "ht-senior-card";

    private ItemFixture() {}

    public static ServiceItem item(String id) {
        return SampleLibrary.item(id);
    }
}
