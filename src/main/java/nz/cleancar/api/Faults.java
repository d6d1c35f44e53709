package nz.cleancar.api;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.api.Problem.InputFault;

/** Collects what is wrong with a request, up to {@link #MAX}. */
final class Faults {

  /** How many faults a problem names. */
  static final int MAX = 50;

  private final List<InputFault> all = new ArrayList<>(0);

  void add(String pointer, String detail) {
    if (!isFull()) {
      all.add(new InputFault(pointer, detail));
    }
  }

  boolean isFull() {
    return all.size() == MAX;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<InputFault> all() {
    return List.copyOf(all);
  }
}
