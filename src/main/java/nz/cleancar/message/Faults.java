package nz.cleancar.message;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, up to {@link InputFault#MOST}. */
final class Faults {

  private final List<InputFault> all = new ArrayList<>(0);

  void add(String pointer, String detail) {
    if (!isFull()) {
      all.add(new InputFault(pointer, detail));
    }
  }

  boolean isFull() {
    return all.size() == InputFault.MOST;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<InputFault> all() {
    return List.copyOf(all);
  }
}
