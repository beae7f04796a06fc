package lv.varu.document;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where files lie and how large they may be.
 *
 * @param folder the folder of the contents; several nodes need one that they share
 * @param maxSize the largest file that is taken
 * @param maxTable the largest table that is taken for an import
 * @param reserve free space that must remain on the disk
 * @param orphanAge a content that no document names is removed after this time
 * @param sweepEvery how often such contents are looked for
 */
@Validated
@ConfigurationProperties("varu.document")
record DocumentSettings(
        @DefaultValue("data/files") Path folder,
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("30MB") DataSize maxTable,
        @DefaultValue("200MB") DataSize reserve,
        @DefaultValue("1d") Duration orphanAge,
        @DefaultValue("6h") Duration sweepEvery) {}
