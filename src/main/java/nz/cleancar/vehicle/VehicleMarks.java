package nz.cleancar.vehicle;

import java.util.Collection;
import java.util.Map;

/** What people know vehicles by, where others name them by their ids. */
public interface VehicleMarks {

  /**
   * The VIN, or else the chassis number, of each vehicle that one of the texts is the id of. A text
   * that is no vehicle's id has none. All are looked up at once.
   */
  Map<String, Mark> of(Collection<String> ids);
}
