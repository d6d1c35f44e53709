package nz.cleancar.policy.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Nearest;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The nodes of one YAML file as plain texts, lists and entries, with findings by line. */
public final class Nodes {

  /** The most findings of one file. */
  static final int MOST_FINDINGS = 1_000;

  /** A key with its value. */
  public record Entry(String key, Node keyNode, Node value) {}

  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  /** The nodes of the file of this name. */
  public Nodes(String file) {
    this.file = file;
  }

  /** What is wrong so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** How many findings there are so far. */
  public int count() {
    return findings.size();
  }

  /** Whether there are so many that reading on is of no use. */
  public boolean isFull() {
    return findings.size() > MOST_FINDINGS;
  }

  /** The finding for a file without anything in it. */
  Finding empty() {
    return Finding.error(
        "empty-file",
        Place.of(file),
        "`topics` and `terms`",
        "an empty file",
        "Go back to an earlier copy.");
  }

  /** Where a node begins. */
  public Place place(Node node) {
    return new Place(file, "", "line " + (node.getStartMark().getLine() + 1));
  }

  /** Something wrong at a node. */
  public void tell(Node node, String code, String expected, String found, String repair) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(Finding.error(code, place(node), expected, found, repair));
    } else if (findings.size() == MOST_FINDINGS) {
      findings.add(
          Finding.error(
              "more-findings",
              Place.of(file),
              "at most " + MOST_FINDINGS + " findings",
              "more",
              "Mend those above first."));
    }
  }

  /** The entries of a mapping; each key once. */
  public List<Entry> entries(Node node, String expected) {
    if (!(node instanceof MappingNode mapping)) {
      tellKind(node, expected);
      return List.of();
    }
    var seen = new HashSet<String>();
    var entries = new ArrayList<Entry>();
    for (NodeTuple tuple : mapping.getValue()) {
      var key = text(tuple.getKeyNode(), "a name");
      if (key.isPresent() && !seen.add(key.get())) {
        tell(
            tuple.getKeyNode(),
            "duplicate-key",
            "each name once",
            Shown.text(key.get()) + " again",
            "Remove or rename one of the two.");
      } else {
        key.ifPresent(
            name -> entries.add(new Entry(name, tuple.getKeyNode(), tuple.getValueNode())));
      }
    }
    return entries;
  }

  /** The entries of a mapping whose keys are among the known ones. */
  public List<Entry> entries(Node node, String expected, List<String> known) {
    var entries = new ArrayList<Entry>();
    for (Entry entry : entries(node, expected)) {
      if (known.contains(entry.key())) {
        entries.add(entry);
      } else {
        tell(
            entry.keyNode(),
            "unknown-key",
            "one of " + String.join(", ", known),
            Shown.text(entry.key()),
            Nearest.to(entry.key(), known)
                .map(nearest -> "The nearest is `" + nearest + "`.")
                .orElse("Correct the key or remove it."));
      }
    }
    return entries;
  }

  /** The texts of a list. */
  public List<Entry> items(Node node, String expected) {
    if (!(node instanceof SequenceNode sequence)) {
      tellKind(node, expected);
      return List.of();
    }
    var items = new ArrayList<Entry>();
    for (Node item : sequence.getValue()) {
      text(item, "a name").ifPresent(text -> items.add(new Entry(text, item, item)));
    }
    return items;
  }

  /** The text that a scalar is, as it is written: {@code NO} is a word and not a boolean. */
  public Optional<String> text(Node node, String expected) {
    if (!(node instanceof ScalarNode scalar)) {
      tellKind(node, expected);
      return Optional.empty();
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty() || !text.codePoints().allMatch(Shown::isVisible)) {
      tell(node, "bad-text", expected, Shown.text(text), "Write it in letters that can be seen.");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private void tellKind(Node node, String expected) {
    tell(node, "yaml-form", expected, "something else", "Write it as its neighbours are.");
  }
}
