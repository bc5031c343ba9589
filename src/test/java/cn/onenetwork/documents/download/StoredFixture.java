package cn.onenetwork.documents.download;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.documents.storage.TroubledStorage;
import cn.onenetwork.testing.DatabaseState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/// A document of a case, with its bytes in the storage, as uploads and checks leave it.
record StoredFixture(UUID id, String key, byte[] bytes) {

    /// The item of all cases in the tests of downloads.
    static final String ITEM = ItemFixture.LAND_PLANNING;

    private static final String MATERIAL =
            ItemFixture.item(ITEM).materials().getFirst().id();

    static StoredFixture ready(
            TroubledStorage storage, String caseId, String fileName, String mediaType, byte[] bytes) {
        StoredFixture stored = new StoredFixture(
                UUID.randomUUID(), UUID.randomUUID().toString().replace("-", ""), bytes);
        storage.keep(stored.key, bytes);
        stored.insert(caseId, fileName, mediaType);
        return stored;
    }

    private void insert(String caseId, String fileName, String mediaType) {
        try (Connection connection = DatabaseState.owner();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into document (id, case_id, material_id, owner, uploaded_by, file_name, media_type, size,
                            storage_key, state, sha256, created_at, expires_at, arrived_at, checked_at)
                        select ?, c.id, m.material, c.owner, c.applicant_id, ?, ?, ?, ?, 'READY', ?, now(), now(), now(),
                            timestamptz '2026-11-20 08:49:37+08'
                        from service_case c, (select ? as material) m where c.id = ?::uuid
                        """)) {
            insert.setObject(1, id);
            insert.setString(2, fileName);
            insert.setString(3, mediaType);
            insert.setLong(4, bytes.length);
            insert.setString(5, key);
            insert.setBytes(6, sha256(bytes));
            insert.setString(7, MATERIAL);
            insert.setString(8, caseId);
            if (insert.executeUpdate() != 1) {
                throw new IllegalStateException("no such case");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String hash() {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
