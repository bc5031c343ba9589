package cn.onenetwork.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What a pod keeps of the catalogue.
@ConfigMapping(prefix = "one-network.catalogue")
interface CatalogueConfig {

    /// Versions of items kept in memory, those used most; about 45 KiB of heap each. Others are read and parsed each
    /// time a case asks for them.
    @WithDefault("2000")
    int keptItems();
}
