package nz.cleancar.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.policy.PolicyReader;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.NewZealand;

/**
 * Versions over memory and fakes, with the people who work on them. A file whose name says {@code
 * unreadable}, {@code gap} or {@code syntax} fails at the step of that name.
 */
final class PolicyOffice {

  static final Instant MORNING = Instant.parse("2026-03-01T20:00:00Z");
  static final Person ANA = person("ana", Role.POLICY_STAFF);
  static final Person BEN = person("ben", Role.POLICY_STAFF);
  static final Person EVA = person("eva", Role.RULE_ENGINEER);
  static final Person GUEST = new Person(new PersonName("guest"), Set.of());
  static final String WHY = "because";

  final MovingClock clock = new MovingClock(MORNING);
  final InMemoryPolicyEvents events = new InMemoryPolicyEvents();
  final InMemoryPolicyArchive archive = new InMemoryPolicyArchive();
  final InMemoryReportArchive reportArchive = new InMemoryReportArchive();
  final List<String> told = new ArrayList<>();
  final List<String> alarms = new ArrayList<>();
  final Set<PolicyVersion> stoppedAtTheGate = new java.util.HashSet<>();
  final Set<PolicyVersion> broken = new java.util.HashSet<>();
  String impact = "no impact";
  PolicySources folder = sources(Map.of("rules/vocabulary.yml", "terms"));
  private Publishing publishing = start();

  static Person person(String name, Role... roles) {
    return new Person(new PersonName(name), Set.of(roles));
  }

  static PolicySources sources(Map<String, String> files) {
    var bytes = new TreeMap<String, byte[]>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new PolicySources(bytes);
  }

  /** Another service on the same stores, or this one after a restart. */
  Publishing start() {
    var starting =
        new StartingPolicy(
            () -> new PolicyFolder.Contents(folder, List.of()), sources -> loader().load(sources));
    return Publishing.start(
        starting,
        Path.of("policy"),
        new Publishing.Parts(
            events,
            archive,
            reportArchive,
            (draft, candidate, live) ->
                draft + " " + live.policy().version() + " " + candidate.findings() + impact,
            List.of(gateCheck()),
            loader(),
            new NewZealand(clock),
            notices()),
        new Publishing.Settings(
            2, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofDays(731)));
  }

  void restart() {
    publishing = start();
  }

  Publishing publishing() {
    return publishing;
  }

  Versions versions() {
    return publishing.versions();
  }

  void round() {
    var _ = publishing.rounds().round();
  }

  PolicyVersion live() {
    return publishing.policies().live().policy().version();
  }

  Stage stage(PolicyVersion version) {
    return versions().find(version).orElseThrow().stage();
  }

  /** A draft of the live policy with one more workbook, by Ana. */
  PolicyVersion draft(String name) {
    return draft(ANA, name);
  }

  PolicyVersion draft(Person author, String name) {
    var handedIn = versions().handIn(author, submission("decision-tables/" + name + ".xlsx"));
    return ((HandingIn.Drafted) handedIn).version().id();
  }

  static Submission submission(String path) {
    return new Submission(WHY, Map.of(path, path.getBytes(StandardCharsets.UTF_8)), Set.of());
  }

  ReportsDigest reports(PolicyVersion version) {
    return versions().find(version).flatMap(Version::check).orElseThrow().reports();
  }

  /** A draft by Ana that Ben approved. */
  PolicyVersion approved(String name) {
    var version = draft(name);
    assertThat(versions().approve(BEN, version, reports(version), WHY))
        .isInstanceOf(Move.Made.class);
    return version;
  }

  PolicyVersion scheduled(String name, Instant at) {
    var version = approved(name);
    assertThat(versions().schedule(ANA, version, at, WHY)).isInstanceOf(Move.Made.class);
    return version;
  }

  PolicyVersion published(String name) {
    var version = approved(name);
    assertThat(versions().publish(ANA, version, WHY)).isInstanceOf(Move.Made.class);
    return version;
  }

  private GateCheck gateCheck() {
    return new GateCheck() {
      @Override
      public String name() {
        return "suites";
      }

      @Override
      public List<Finding> findings(
          PolicySources sources, nz.cleancar.policy.CompiledPolicy policy) {
        return stoppedAtTheGate.contains(sources.version()) ? List.of(finding("suite")) : List.of();
      }
    };
  }

  private PolicyLoader loader() {
    return new PolicyLoader(
        sources ->
            has(sources, "unreadable")
                ? new PolicyReader.Reading.Unreadable(List.of(finding("unreadable")))
                : new PolicyReader.Reading.Read(new FakePolicy(sources).policy(), List.of()),
        policy -> has(policy, "gap") ? List.of(finding("gap")) : List.of(),
        policy ->
            has(policy, "syntax") || broken.contains(policy.version())
                ? new Candidate.Refused(List.of(finding("syntax")))
                : new Candidate.Accepted(new FakePolicy(policy), List.of()));
  }

  private boolean has(Policy policy, String word) {
    return archive.find(policy.version()).filter(sources -> has(sources, word)).isPresent();
  }

  private static boolean has(PolicySources sources, String word) {
    return sources.files().keySet().stream().anyMatch(path -> path.contains(word));
  }

  private static Finding finding(String code) {
    return Finding.error(code, Place.of(code + ".xlsx"), "none", "a " + code, "Mend it.");
  }

  private Notices notices() {
    return new Notices() {
      @Override
      public void told(String sentence) {
        told.add(sentence);
      }

      @Override
      public void alarm(String sentence) {
        alarms.add(sentence);
      }
    };
  }
}
