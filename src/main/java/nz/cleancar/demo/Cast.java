package nz.cleancar.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/** Who takes part in the year: the agency, and importers with the accounts that they opened. */
final class Cast {

  /** Whoever acts for the agency. */
  static final Person AGENCY = new Person(new PersonName("demo-agency"), Set.of(Role.AGENCY));

  private final Industry industry;
  private final @Nullable AccountNumber[] numbers;
  private final boolean[] isGone;

  Cast(Industry industry) {
    this.industry = industry;
    this.numbers = new AccountNumber[industry.importers().size()];
    this.isGone = new boolean[numbers.length];
  }

  /** Those who are to open their account by the day and have not. */
  List<Importer> toOpen(LocalDate day) {
    return industry.importers().stream()
        .filter(each -> numbers[each.index()] == null && !each.opens().isAfter(day))
        .toList();
  }

  void opened(Importer importer, AccountNumber number) {
    numbers[importer.index()] = number;
  }

  void closed(Importer importer) {
    isGone[importer.index()] = true;
  }

  /** Those whose account is open, in their order. */
  List<Importer> open() {
    var open = new ArrayList<Importer>(numbers.length);
    for (Importer each : industry.importers()) {
      if (numbers[each.index()] != null && !isGone[each.index()]) {
        open.add(each);
      }
    }
    return open;
  }

  AccountNumber number(Importer importer) {
    return Optional.ofNullable(numbers[importer.index()])
        .orElseThrow(() -> new IllegalStateException("Importer has no account: " + importer));
  }
}
