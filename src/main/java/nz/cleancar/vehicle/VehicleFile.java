package nz.cleancar.vehicle;

import java.util.List;
import java.util.Set;

/**
 * A vehicle's record, with all that the feeds said of it.
 *
 * @param record the record
 * @param marks what it is found by
 * @param messages the messages that name one of its marks
 */
public record VehicleFile(VehicleRecord record, Set<Mark> marks, List<FeedMessage> messages) {

  public VehicleFile {
    marks = Set.copyOf(marks);
    messages = List.copyOf(messages);
  }
}
