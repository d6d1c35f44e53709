package nz.cleancar.publishing;

/** Where the service tells its operators what became of the live policy. */
public interface Notices {

  /** Something that they may want to know, in a sentence. */
  void told(String sentence);

  /** Something that they must look at, in a sentence. */
  void alarm(String sentence);
}
