package nz.cleancar.agency;

import java.time.LocalDate;
import java.util.List;

/** Everybody who got in touch with the contact centre. */
public interface ContactLog {

  /** Keeps a contact; joins the work that is under way. */
  void add(Contact contact);

  /** Contacts, the newest first, before the id; an empty text begins. */
  List<Contact> before(String id, int most);

  /** A day in figures. */
  DayOfContacts of(LocalDate day);
}
