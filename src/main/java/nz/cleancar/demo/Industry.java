package nz.cleancar.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nz.cleancar.demo.Importer.Sort;

/** All importers, few of them large and most of them small. */
final class Industry {

  /** In the year before, accounts are opened for the year to come. */
  private static final int MONTH_OF_OPENING = 12;

  private static final double OPENS_LATER = .09;

  private final List<Importer> importers;
  private final double[] upTo;

  Industry(DemoPlan plan) {
    var all = new ArrayList<Importer>();
    for (Part part : Part.values()) {
      int many = Math.max(part.least, (int) Math.round(plan.accounts() * part.ofAccounts));
      for (int rank = 0; rank < many && all.size() < plan.accounts(); rank++) {
        all.add(importer(plan, all.size(), part, share(part, rank, many)));
      }
    }
    while (all.size() < plan.accounts()) {
      all.add(importer(plan, all.size(), Part.PRIVATE, Part.PRIVATE.ofVehicles / plan.accounts()));
    }
    importers = List.copyOf(all);
    upTo = new double[importers.size()];
    double sum = 0;
    for (Importer each : importers) {
      sum += each.share();
      upTo[each.index()] = sum;
    }
  }

  /** How many importers of each sort there are, and what part of all vehicles they bring. */
  private enum Part {
    DISTRIBUTOR(Sort.DISTRIBUTOR, .022, .51, 2, .8),
    PARALLEL(Sort.PARALLEL, .08, .03, 2, .7),
    FLEET_DEALER(Sort.FLEET_DEALER, .004, .06, 1, .5),
    DEALER(Sort.DEALER, .54, .385, 6, .9),
    PRIVATE(Sort.PRIVATE, .354, .015, 4, 0);

    private final Sort sort;
    private final double ofAccounts;
    private final double ofVehicles;
    private final int least;
    private final double unequal;

    Part(Sort sort, double ofAccounts, double ofVehicles, int least, double unequal) {
      this.sort = sort;
      this.ofAccounts = ofAccounts;
      this.ofVehicles = ofVehicles;
      this.least = least;
      this.unequal = unequal;
    }
  }

  /** The larger, the earlier in the ranks. */
  private static double share(Part part, int rank, int many) {
    double all = 0;
    for (int i = 0; i < many; i++) {
      all += Math.pow(i + 1, -part.unequal);
    }
    return part.ofVehicles * Math.pow(rank + 1, -part.unequal) / all;
  }

  private static Importer importer(DemoPlan plan, int index, Part part, double share) {
    var chance = Chance.of(plan, "importer", index);
    boolean isLarge = part.sort.isFleet();
    LocalDate opens = LocalDate.of(plan.year() - 1, MONTH_OF_OPENING, chance.between(1, 23));
    if (!isLarge && chance.happens(OPENS_LATER)) {
      opens = LocalDate.of(plan.year(), chance.between(1, 9), chance.between(1, 28));
    }
    int every =
        switch (part.sort) {
          case DISTRIBUTOR, FLEET_DEALER -> 1;
          case PARALLEL, DEALER -> chance.between(3, 12);
          case PRIVATE -> chance.between(5, 30);
        };
    return new Importer(index, part.sort, share, opens, every, chance.part());
  }

  List<Importer> importers() {
    return importers;
  }

  /** One whose account is open by the day, the larger the likelier. */
  Importer one(Chance chance, LocalDate day) {
    while (true) {
      int at = Arrays.binarySearch(upTo, chance.part() * upTo[upTo.length - 1]);
      Importer found = importers.get(Math.min(importers.size() - 1, at < 0 ? -at - 1 : at));
      if (found.opens().isBefore(day)) {
        return found;
      }
    }
  }
}
