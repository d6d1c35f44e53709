package nz.cleancar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.table.Value;
import nz.cleancar.publishing.Submission;

/** A policy of one table and one rule that answers what a year's rate is: quick to compile. */
public record SmallPolicy(Path folder) {

  public static final String RULES = "rules/rates.drl";

  private static final String VOCABULARY =
      """
      topics:
        rate: [year]
      terms:
        year:
          heading: Year
          kind: whole
          meaning: The year asked about.
        rate:
          heading: Rate
          kind: decimal
          meaning: What the year's rate is.
        surcharge:
          heading: Surcharge
          kind: decimal
          meaning: What comes on top.
      """;

  /** Writes it into the folder. */
  public static SmallPolicy in(Path folder) {
    try {
      Files.createDirectories(folder.resolve("rules"));
      Files.createDirectories(folder.resolve("decision-tables"));
      Files.writeString(folder.resolve("rules/vocabulary.yml"), VOCABULARY);
      Files.writeString(folder.resolve(RULES), rules(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new PolicyCopy(folder)
        .newTable(
            "rates",
            "exactly one",
            "error",
            new String[] {"Year", "→ Rate", "Source", "Standing", "Note"},
            new Object[] {"any", 15, "a test", "published", ""});
    return new SmallPolicy(folder);
  }

  /** Its rule set with this surcharge, by which one version can be told from another. */
  public static String rules(int surcharge) {
    return """
    package nz.cleancar.rules

    rule "Rates are looked up"
    when
      Topic(name == "rate")
    then
      askRates(known);
      known.set("surcharge", new java.math.BigDecimal("%d"));
    end
    """
        .formatted(surcharge);
  }

  /** The rule set with this surcharge, to be handed in. */
  public static Submission surcharge(int surcharge) {
    return new Submission(
        "The surcharge becomes " + surcharge + ".",
        Map.of(RULES, rules(surcharge).getBytes(StandardCharsets.UTF_8)),
        Set.of());
  }

  /** The policy's files with this surcharge. */
  public PolicySources sources(int surcharge) {
    var files = new TreeMap<>(new PolicyFolder(folder).read().sources().files());
    files.put(RULES, rules(surcharge).getBytes(StandardCharsets.UTF_8));
    return new PolicySources(files);
  }

  /** The surcharge that the policy answers with, which is a rule's. */
  public static BigDecimal answer(CompiledPolicy policy) {
    return answer(policy, "surcharge");
  }

  /** The rate that the policy answers with, which is a table's. */
  public static BigDecimal rate(CompiledPolicy policy) {
    return answer(policy, "rate");
  }

  private static BigDecimal answer(CompiledPolicy policy, String name) {
    var run = policy.run(new Facts("rate", Map.of("year", Value.of(2026))));
    return switch (run.value(name).orElseThrow(() -> new AssertionError(run.faults()))) {
      case Value.Decimal(BigDecimal number) -> number;
      case Value other -> throw new AssertionError(other);
    };
  }
}
