package nz.cleancar.publishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.Shown;

/** Puts the files that somebody hands in into the files of a policy. */
final class Changes {

  private static final String RULES = "rules/";
  private static final String RULES_END = "rules0";

  // Names that every system can write to disk, and that stay in their folder there.
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()-]{0,119}");

  private final PolicyFolder.Limits limits;
  private final List<HandingIn.Fault> faults = new ArrayList<>();
  private final Set<String> changed = new TreeSet<>();

  private Changes(PolicyFolder.Limits limits) {
    this.limits = limits;
  }

  /** What putting files in gives. */
  sealed interface Result {

    /** New files; of these paths something is new, changed or gone. */
    record Merged(PolicySources sources, Set<String> changed) implements Result {}

    /** The files cannot be put in. */
    record Faulty(List<HandingIn.Fault> faults) implements Result {}
  }

  static Result of(PolicySources base, Submission submission, PolicyFolder.Limits limits) {
    return new Changes(limits).put(base, submission);
  }

  /** Whether both have the same rule sets and vocabulary, byte for byte. */
  static boolean sameRules(PolicySources one, PolicySources other) {
    var ones = one.files().subMap(RULES, RULES_END);
    var others = other.files().subMap(RULES, RULES_END);
    return ones.keySet().equals(others.keySet())
        && ones.entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
  }

  private Result put(PolicySources base, Submission submission) {
    var files = new TreeMap<>(base.files());
    for (String path : new TreeSet<>(submission.removed())) {
      if (submission.files().containsKey(path)) {
        fault("/removed/", path, "is handed in too; it cannot be both");
      } else if (files.remove(path) == null) {
        fault("/removed/", path, "is no file of the policy");
      } else {
        changed.add(path);
      }
    }
    new TreeMap<>(submission.files()).forEach((path, content) -> put(files, path, content));
    checkLimits(files);
    return faults.isEmpty()
        ? new Result.Merged(new PolicySources(files), changed)
        : new Result.Faulty(List.copyOf(faults));
  }

  private void put(Map<String, byte[]> files, String path, byte[] content) {
    if (!NAME.matcher(path.substring(path.indexOf('/') + 1)).matches()) {
      fault("/files/", path, "needs a name of letters, digits, spaces, dots, dashes, brackets");
    } else if (!PolicyFolder.takes(path)) {
      fault(
          "/files/",
          path,
          "must be rules/vocabulary.yml, rules/*.drl, decision-tables/*.xlsx, scenarios/*.xlsx or"
              + " scenarios/*.yml");
    } else if (content.length > limits.fileBytes()) {
      fault("/files/", path, "must have at most " + limits.fileBytes() + " bytes");
    } else if (!Arrays.equals(content, files.put(path, content))) {
      changed.add(path);
    }
  }

  private void checkLimits(Map<String, byte[]> files) {
    if (files.size() > limits.files()) {
      faults.add(
          new HandingIn.Fault(
              "/files", "make more than the " + limits.files() + " files that a policy may have"));
    }
    if (files.values().stream().mapToLong(content -> content.length).sum() > limits.allBytes()) {
      faults.add(
          new HandingIn.Fault(
              "/files",
              "make more than the " + limits.allBytes() + " bytes that a policy may have"));
    }
  }

  private void fault(String list, String path, String says) {
    String pointer = Shown.plain(path).replace("~", "~0").replace("/", "~1");
    faults.add(new HandingIn.Fault(list + pointer, says));
  }
}
