package nz.cleancar.policy;

/** Makes a compiled policy out of one that was read. */
public interface PolicyCompiler {

  /** The compiled policy, or what the rule sets have wrong, each with its line. */
  Candidate compile(Policy policy);
}
