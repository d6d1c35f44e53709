package nz.cleancar.ledger.transfer;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import nz.cleancar.account.Account;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Rulings;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.Grams;

/** What the live policy says of transfers (Land Transport Act 1998, ss 180 and 184). */
@Singleton
final class TransferRules {

  private final Rulings rulings;

  TransferRules(Rulings rulings) {
    this.rulings = rulings;
  }

  /** Whether credits are counted finely enough for so many to be transferred. */
  boolean isCounted(Grams credits) {
    long decimals =
        rulings
            .on("credit-use", Map.of("creditUse", new Value.Word("TRANSFER")))
            .whole("creditDecimals");
    return credits.perKilometre().scale() <= decimals;
  }

  /** What the policy says on the day. */
  Terms on(LocalDate day, Account from, Account to, Grams offered) {
    var ruling =
        rulings.on(
            "credit-transfer",
            Map.of(
                "fromCondition", new Value.Word(from.condition().name()),
                "toCondition", new Value.Word(to.condition().name()),
                "fromStatus", new Value.Word(from.statusOn(day).name()),
                "toStatus", new Value.Word(to.statusOn(day).name()),
                "fromVerified", new Value.YesNo(from.verified().isPresent()),
                "toVerified", new Value.YesNo(to.verified().isPresent()),
                "creditsOffered", new Value.Whole(offered.perKilometre().longValueExact()),
                "legalDate", new Value.Day(day)));
    String code = ruling.word("transferCode");
    return new Terms(
        ruling.yes("mayTransfer"),
        grams(ruling.whole("creditsMoved")),
        grams(ruling.whole("creditsReceived")),
        grams(ruling.whole("creditsKept")),
        code,
        ruling.reasons().stream()
            .filter(reason -> reason.code().equals(code))
            .map(Outcome.Reason::says)
            .findFirst()
            .orElseGet(() -> ruling.word("transferReason")));
  }

  private static Grams grams(long whole) {
    return new Grams(BigDecimal.valueOf(whole));
  }
}
