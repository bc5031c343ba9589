package cn.onenetwork.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Settings of the catalogue, `one-network.catalogue.*`.
@ConfigMapping(prefix = "one-network.catalogue")
interface CatalogueSettings {

    /// Where the first item library comes from: a folder with `tenants.json` and `items.json`, as
    /// `classpath:folder` or as a path of the file system.
    @WithDefault("classpath:catalogue")
    String source();

    /// Whether an empty catalogue is filled from `source` at the start.
    @WithDefault("true")
    boolean loadOnEmpty();
}
