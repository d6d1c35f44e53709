package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Witness;
import org.jspecify.annotations.Nullable;

/**
 * A finding on the wire.
 *
 * @param severity ERROR, WARNING or NOTE
 * @param code the stable name of its kind
 * @param place where it is
 * @param alsoAt other places that it speaks of
 * @param expected what should be there
 * @param found what is there
 * @param repair what to do about it
 * @param shownBy a case that shows it; absent where the place says all
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Finding")
public record FindingMessage(
    @Schema(example = "ERROR") Finding.Severity severity,
    @Schema(example = "gap") String code,
    At place,
    List<At> alsoAt,
    String expected,
    String found,
    String repair,
    @Nullable Case shownBy) {

  /** The finding on the wire. */
  public static FindingMessage from(Finding finding) {
    return new FindingMessage(
        finding.severity(),
        finding.code(),
        At.from(finding.place()),
        finding.alsoAt().stream().map(At::from).toList(),
        finding.expected(),
        finding.found(),
        finding.repair(),
        finding.witness().map(Case::from).orElse(null));
  }

  /**
   * A place in the policy's sources.
   *
   * @param file the file
   * @param sheet the sheet; absent where the file has none or is meant as a whole
   * @param cell the cell or range, or the line; absent where more than that is meant
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "Place")
  public record At(
      @Schema(example = "charge-rates.xlsx") String file,
      @Schema(example = "Charge rates") String sheet,
      @Schema(example = "A12:F12") String cell) {

    static At from(Place place) {
      return new At(place.file(), place.sheet(), place.cell());
    }
  }

  /**
   * A concrete case.
   *
   * @param topic the topic of the question that it is; absent where it is what one table is asked
   * @param given what is given, by the vocabulary's names
   * @param says the case in words
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "Case")
  public record Case(
      @Schema(example = "vehicle") String topic, Map<String, String> given, String says) {

    static Case from(Witness witness) {
      var given = new LinkedHashMap<String, String>();
      witness.given().forEach(each -> given.put(each.term().name(), each.value().text()));
      return new Case(witness.topic(), given, witness.text());
    }
  }
}
