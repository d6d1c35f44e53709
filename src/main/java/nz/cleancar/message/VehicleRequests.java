package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.standard.Grams;
import nz.cleancar.vehicle.Acceptance;
import nz.cleancar.vehicle.Acceptance.Which;
import nz.cleancar.vehicle.Acceptance.Wish;
import nz.cleancar.vehicle.VehicleId;
import org.jspecify.annotations.Nullable;

/** Reads what holders ask for with the vehicles of their accounts. */
public final class VehicleRequests {

  private static final String ALL = "all";
  private static final String NONE = "none";
  private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
  private static final Pattern CREDITS = Pattern.compile("[0-9]{1,12}(\\.[0-9])?");

  private VehicleRequests() {}

  /**
   * Accepts vehicles.
   *
   * @param vehicles the ids of the records, or {@code all} for all that wait; at most a thousand
   *     are accepted in a request
   * @param after with {@code all}: where an earlier answer's {@code next} goes on
   * @param settle how charges are settled
   */
  @Schema(name = "AcceptanceRequest")
  public record AcceptanceRequest(
      @Schema(
              oneOf = {String.class, String[].class},
              example = "all")
          Which vehicles,
      @Nullable String after,
      SettleRequest settle) {

    /** What is wished for. */
    public Wish wish() {
      return new Wish(vehicles, settle.how(), settle.payment());
    }
  }

  /**
   * How charges are settled: by credits first, then by the account's money.
   *
   * @param credits how many credits are used at most, or {@code all} or {@code none}
   * @param payment whether a payment is started for what they do not settle
   */
  @Schema(name = "AcceptanceSettlement")
  public record SettleRequest(@Schema(example = "10.5") String credits, boolean payment) {

    private Settlement how() {
      return switch (credits) {
        case ALL -> Settlement.withAllCredits();
        case NONE -> Settlement.byMoneyAlone();
        default -> new Settlement(new Grams(new BigDecimal(credits)));
      };
    }
  }

  /** Reads vehicles to accept. */
  public static Read<AcceptanceRequest> acceptance(byte[] body) {
    return Body.read(
        body,
        members -> {
          var after =
              members.optionalText("after", VehicleId::isVehicleId, "must be a vehicle's id");
          var which = which(members, after.orElse(""));
          var settle = members.object("settle").flatMap(VehicleRequests::settle);
          members.end();
          return which.flatMap(
              asked -> settle.map(how -> new AcceptanceRequest(asked, after.orElse(null), how)));
        });
  }

  private static Optional<Which> which(Members members, String after) {
    if (members.isText("vehicles")) {
      return members
          .text("vehicles", ALL::equals, "must be `all`, or a list of ids")
          .map(_ -> new Which.Waiting(after));
    }
    List<String> ids =
        members.words("vehicles", ID, "must be a vehicle's id", List.of(), Acceptance.MOST);
    if (ids.isEmpty()) {
      members.addFault("vehicles", "must be `all`, or a list of one id or more");
      return Optional.empty();
    }
    return Optional.of(new Which.Named(ids.stream().map(VehicleId::new).toList()));
  }

  private static Optional<SettleRequest> settle(Members settle) {
    var credits =
        settle.text(
            "credits",
            text -> text.equals(ALL) || text.equals(NONE) || CREDITS.matcher(text).matches(),
            "must be `all`, `none`, or credits such as 10.5");
    var payment = settle.flag("payment");
    settle.end();
    return credits.flatMap(text -> payment.map(pays -> new SettleRequest(text, pays)));
  }
}
