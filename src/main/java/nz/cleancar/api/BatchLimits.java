package nz.cleancar.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What a batch may take up at once.
 *
 * @param lineBytes the most bytes on a line, without its end
 * @param groupLines the most lines that are decided and kept together
 * @param groupsUnderWay the most groups that are under way at a time
 * @param groupsUnread the most groups of answers that wait for an asker who sends before reading
 */
@ConfigurationProperties("ccs.batch")
record BatchLimits(
    @Bindable(defaultValue = "65536") int lineBytes,
    @Bindable(defaultValue = "256") int groupLines,
    @Bindable(defaultValue = "4") int groupsUnderWay,
    @Bindable(defaultValue = "64") int groupsUnread) {}
