package nz.cleancar.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.security.store.PeopleFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides who may sign in, and what they may do. */
@Command(
    name = "person",
    mixinStandardHelpOptions = true,
    description = "Decide who may sign in, and what they may do.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PersonCommand.Add.class, PersonCommand.Remove.class, PersonCommand.Show.class})
final class PersonCommand implements Runnable {

  private static final String ROLES =
      Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(" or "));

  /** Under these names the service itself hands in, checks and publishes. */
  private static final Set<String> SERVICES_OWN = Set.of("folder", "service");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: add, remove or list.");
  }

  /** The file that holds the people. */
  private static final class PeopleOption {

    @Option(
        names = {"-d", "--data"},
        paramLabel = "DIR",
        defaultValue = "data",
        description = "Folder of the embedded database, with people.csv (default: data).")
    private Path data = Path.of("data");

    @Option(
        names = "--people",
        paramLabel = "FILE",
        description = "The file of people, where it is another.")
    private @Nullable Path file;

    PeopleFile people() {
      return new PeopleFile(file == null ? data.resolve("people.csv") : file);
    }
  }

  /** Adds a person, or gives them a new token. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "Let a person sign in, and print their token, which is kept nowhere.",
        "Of a person who is there already, roles and token are replaced."
      })
  static final class Add implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Small letters, digits, dots and dashes.")
    private String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = {
          "One or more. policy-staff: changes the policy; rule-engineer: rule sets too;",
          "agency: runs the standard; importer: opens accounts; certifier: certifies vehicles;",
          "feed: a system that sends vehicle records; payments: the payment provider."
        })
    private List<String> roles = new ArrayList<>();

    @Mixin private PeopleOption file = new PeopleOption();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      var token = AccessToken.random(new SecureRandom());
      file.people().put(new Person(name(name), roles()), token);
      spec.commandLine().getOut().println(token.secret());
      return 0;
    }

    private Set<Role> roles() {
      return roles.stream()
          .map(
              word ->
                  Role.named(word)
                      .orElseThrow(() -> new Ccs.Refusal("`" + word + "` is no role: " + ROLES)))
          .collect(Collectors.toSet());
    }
  }

  /** Takes a person out. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Let a person sign in no more.")
  static final class Remove implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The person.")
    private String name = "";

    @Mixin private PeopleOption file = new PeopleOption();

    @Override
    public Integer call() {
      if (!file.people().remove(name(name))) {
        throw new Ccs.Refusal("There is no person `" + name + "`.");
      }
      return 0;
    }
  }

  /** Lists the people. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the people and their roles.")
  static final class Show implements Callable<Integer> {

    @Mixin private PeopleOption file = new PeopleOption();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      var people = file.people().read();
      if (people.isEmpty()) {
        spec.commandLine().getOut().println("Nobody may sign in yet.");
      }
      people.forEach(
          entry ->
              spec.commandLine()
                  .getOut()
                  .printf("%-20s %s%n", entry.person().name(), roles(entry.person())));
      return 0;
    }

    private static String roles(Person person) {
      return person.roles().stream().map(Role::word).sorted().collect(Collectors.joining(", "));
    }
  }

  private static PersonName name(String text) {
    if (SERVICES_OWN.contains(text)) {
      throw new Ccs.Refusal("`" + text + "` is what the service calls itself; take another name.");
    }
    return Optional.of(text)
        .filter(PersonName::isPersonName)
        .map(PersonName::new)
        .orElseThrow(
            () -> new Ccs.Refusal("A name has 1 to 60 small letters, digits, dots and dashes."));
  }
}
