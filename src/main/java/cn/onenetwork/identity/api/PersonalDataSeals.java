package cn.onenetwork.identity.api;

import cn.onenetwork.platform.crypto.KeyUse;
import cn.onenetwork.platform.crypto.ResealRun;
import cn.onenetwork.platform.crypto.Seals;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Which keys personal data are sealed with. 个人信息加密密钥使用情况。")
public record PersonalDataSeals(
        @NonNull @Description("Every key that is configured or used. 密钥。")
        List<@NonNull Key> keys,

        @Description("Values that were written before they were sealed, and are not sealed yet. 未加密数量。")
        int plain,

        @Description("The last change of keys; null where there was none. 最近一次更换。") @Nullable
        Run run) {

    static PersonalDataSeals of(Seals seals) {
        return new PersonalDataSeals(
                seals.keys().stream().map(Key::of).toList(),
                Math.toIntExact(seals.plain()),
                seals.latest() == null ? null : Run.of(seals.latest()));
    }

    /// How much a key is used.
    @Name("PersonalDataKey")
    @Description("How much a key is used. 密钥使用情况。")
    public record Key(
            @NonNull @Description("Its id. 密钥标识。") String id,
            @Description("Whether it seals now. 是否当前密钥。") boolean active,

            @Description("Whether it is configured; what a key sealed that is not cannot be read. 是否已配置。")
            boolean configured,

            @Description("Values that it has sealed; with none left it may be taken out of the configuration. 加密数量。")
            int values) {

        static Key of(KeyUse use) {
            return new Key(use.id(), use.active(), use.configured(), Math.toIntExact(use.values()));
        }
    }

    /// A change of keys.
    @Name("PersonalDataReseal")
    @Description("A change of keys. 更换密钥进度。")
    public record Run(
            @NonNull @Description("The key that everything is sealed with anew. 目标密钥。")
            String targetKey,

            @NonNull @Description("When it began. 开始时间。") Instant startedAt,

            @Description("When it ended; null while it runs. 完成时间。") @Nullable
            Instant finishedAt,

            @Description("Values sealed anew so far. 已更换数量。")
            int resealed,

            @Description("Values that did not open and were left as they are. 失败数量。")
            int failed) {

        static Run of(ResealRun run) {
            return new Run(
                    run.targetKey(),
                    run.startedAt(),
                    run.finishedAt(),
                    Math.toIntExact(run.resealed()),
                    Math.toIntExact(run.failed()));
        }
    }
}
