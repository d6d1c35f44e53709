package nz.cleancar.api;

import java.util.List;
import nz.cleancar.api.Problem.InputFault;

/** What reading a request gives. */
sealed interface Read<T> {

  /** A request without a fault. */
  record Good<T>(T request) implements Read<T> {}

  /** JSON with faults. */
  record Faulty<T>(List<InputFault> faults) implements Read<T> {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** Not JSON. */
  record Broken<T>(String detail) implements Read<T> {}
}
