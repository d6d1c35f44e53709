package nz.cleancar.message;

import java.util.List;

/** What reading a request gives. */
public sealed interface Read<T> {

  /** A request without a fault. */
  public record Good<T>(T request) implements Read<T> {}

  /** JSON with faults. */
  public record Faulty<T>(List<InputFault> faults) implements Read<T> {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** Not JSON. */
  public record Broken<T>(String detail) implements Read<T> {}
}
