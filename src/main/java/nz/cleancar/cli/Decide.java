package nz.cleancar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nz.cleancar.account.SampleAccounts;
import nz.cleancar.decision.Accounts;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.message.CsvQuestions;
import nz.cleancar.message.DecisionResponse;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.JsonBytes;
import nz.cleancar.message.Read;
import nz.cleancar.message.RequestReader;
import nz.cleancar.message.WhatIfRequest;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.NewZealand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides the questions in files, and logs nothing. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decide the questions in files, and log nothing.",
      "A .json file has one question, a .ndjson file one a line, a .csv file one a line under a line of column names. An account is given in full, or as the number of a sample account."
    },
    footer = "%nExit code 1 says that some input has faults; the rest is decided.")
final class Decide implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Questions; - reads JSON lines from standard input.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--json", description = "Print one decision a line, as the service answers it.")
  private boolean asJson;

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var command = spec.commandLine();
    try (CompiledPolicy compiled = policy.compiled()) {
      var session =
          new Session(
              compiled, SampleAccounts.shipped(), asJson, command.getOut(), command.getErr());
      files.forEach(session::decideAll);
      command.getOut().flush();
      return session.faulty ? Ccs.FAULTY : 0;
    }
  }

  /** One run of the command over its files. */
  private static final class Session {

    private final CompiledPolicy policy;
    private final RequestReader reader;
    private final Accounts accounts;
    private final Optional<JsonBytes> json;
    private final PrintWriter out;
    private final PrintWriter err;
    private final DecisionMaker decisionMaker = new DecisionMaker();
    private final NewZealand newZealand = new NewZealand(Clock.systemUTC());
    private boolean faulty;

    Session(
        CompiledPolicy policy,
        Accounts accounts,
        boolean asJson,
        PrintWriter out,
        PrintWriter err) {
      this.policy = policy;
      this.reader = new RequestReader(new OnePolicy(policy));
      this.accounts = accounts;
      this.json = asJson ? Optional.of(JsonBytes.standalone()) : Optional.empty();
      this.out = out;
      this.err = err;
    }

    void decideAll(String file) {
      try (Reader text = open(file)) {
        if (file.endsWith(".csv")) {
          CsvQuestions.read(text, line -> decide(file, "line " + line.number(), line.json(), true));
        } else if (file.endsWith(".json")) {
          decide(file, "", read(text), false);
        } else {
          decideLines(file, text);
        }
      } catch (NoSuchFileException e) {
        fault(file, "", "there is no such file");
      } catch (IllegalArgumentException e) {
        fault(file, "", String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Reader open(String file) throws IOException {
      return file.equals("-")
          ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
          : Files.newBufferedReader(Path.of(file));
    }

    private static String read(Reader text) throws IOException {
      var all = new java.io.StringWriter();
      text.transferTo(all);
      return all.toString();
    }

    private void decideLines(String file, Reader text) throws IOException {
      var lines = new BufferedReader(text);
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          decide(file, "line " + number, line, false);
        }
      }
    }

    private void decide(String file, String place, String question, boolean csv) {
      switch (reader.whatIf(question.getBytes(StandardCharsets.UTF_8))) {
        case Read.Broken<WhatIfRequest>(String detail) -> fault(file, place, detail);
        case Read.Faulty<WhatIfRequest>(List<InputFault> faults) ->
            faults.forEach(
                fault -> fault(file, place, member(fault.pointer(), csv) + " " + fault.detail()));
        case Read.Good<WhatIfRequest>(WhatIfRequest request) -> decide(file, place, request);
      }
    }

    private static String member(String pointer, boolean csv) {
      return csv
          ? CsvQuestions.column(pointer).map(column -> "column " + column).orElse(pointer)
          : pointer;
    }

    private void decide(String file, String place, WhatIfRequest request) {
      Optional<AccountFacts> facts =
          request.account().facts().or(() -> accounts.facts(request.account().accountNumber()));
      if (facts.isEmpty()) {
        fault(
            file,
            place,
            "/account/number names no sample account; give the account's facts in full");
        return;
      }
      Decision decision = decisionMaker.decide(policy, request.question(facts.get()));
      out.println(
          json.map(bytes -> bytes.text(DecisionResponse.from(decision, newZealand.now())))
              .orElseGet(() -> DecisionText.of(decision)));
    }

    private void fault(String file, String place, String says) {
      faulty = true;
      err.println(file + (place.isEmpty() ? "" : ", " + place) + ": " + says);
    }
  }
}
