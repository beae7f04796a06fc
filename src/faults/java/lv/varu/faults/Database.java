package lv.varu.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Where the books are. */
interface Database {
    Connection connect() throws SQLException, IOException;

    /** Settings by which the program finds it. */
    Map<String, String> settings() throws IOException;
}
