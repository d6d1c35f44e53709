package nz.cleancar.message;

import java.util.List;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;

/**
 * The words that a policy allows in a request; an empty list allows any.
 *
 * @param vehicleClasses the classes of vehicles
 * @param attributes what else may be known of a vehicle
 */
record Words(List<String> vehicleClasses, List<String> attributes) {

  static Words of(Vocabulary vocabulary) {
    return new Words(allowed(vocabulary, "vehicleClass"), allowed(vocabulary, "attribute"));
  }

  private static List<String> allowed(Vocabulary vocabulary, String name) {
    return vocabulary.named(name).map(Term::allowed).orElse(List.of());
  }
}
