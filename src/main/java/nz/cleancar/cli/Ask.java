package nz.cleancar.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import nz.cleancar.message.FactsReader;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.Read;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the policy about any topic of its vocabulary. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Ask the policy about any topic of its vocabulary.",
    footer = {
      "",
      "For example: ccs ask credit-life earnedOn=2024-05-01 legalDate=2026-03-02",
      "Exit code 1 says that facts are at fault, or that the policy has no answer."
    })
final class Ask implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "TOPIC", description = "A topic of rules/vocabulary.yml.")
  private String topic = "";

  @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "A fact by its name.")
  private Map<String, String> facts = new LinkedHashMap<>();

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (CompiledPolicy compiled = policy.compiled()) {
      return switch (FactsReader.read(topic, facts, compiled.policy().vocabulary())) {
        case Read.Good<Facts>(Facts read) -> answer(compiled.run(read), read, out);
        case Read.Faulty<Facts>(java.util.List<InputFault> faults) -> {
          faults.forEach(fault -> out.println(fault.pointer().substring(1) + " " + fault.detail()));
          yield Ccs.FAULTY;
        }
        case Read.Broken<Facts>(String detail) -> {
          out.println(detail);
          yield Ccs.FAULTY;
        }
      };
    }
  }

  private static int answer(Run run, Facts asked, PrintWriter out) {
    run.values().entrySet().stream()
        .filter(entry -> !asked.values().containsKey(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> out.printf("%-18s %s%n", entry.getKey(), entry.getValue().text()));
    out.println();
    for (Firing firing : run.firings()) {
      out.println("  " + firing.says());
    }
    run.faults().forEach(fault -> out.println("  UNDECIDED: " + fault.says()));
    return run.faults().isEmpty() ? 0 : Ccs.FAULTY;
  }
}
