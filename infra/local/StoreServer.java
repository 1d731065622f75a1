import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * A stand-in for MongoDB, kept in one H2 file. A write is in the file before it is answered, so a process that is killed
 * loses no answered write; a machine that loses power may, for the file is not forced to the disk.
 *
 * <p>Arguments: port on 127.0.0.1, file.
 */
public final class StoreServer extends H2Backend {
  private static final Set<String> WRITES =
      Set.of("insert", "update", "delete", "findAndModify", "createIndexes", "create", "drop", "dropDatabase");

  private StoreServer(MVStore file) {
    super(file);
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    boolean writes = message.getDocument().keySet().stream().limit(1).anyMatch(WRITES::contains);
    return writes ? written(message) : super.handleMessage(message);
  }

  /** One write at a time, so that what is committed is always whole commands. */
  private synchronized Document written(MongoMessage message) {
    Document answer = super.handleMessage(message);
    commit();
    return answer;
  }

  /** Drivers of today refuse a server below wire version 8; 13 is MongoDB 5.0's. */
  private enum Version implements MongoVersion {
    FIVE;

    @Override
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 13;
    }
  }

  public static void main(String[] arguments) {
    MVStore file = new MVStore.Builder().fileName(arguments[1]).autoCommitDisabled().open();
    file.setRetentionTime(0);
    MongoServer server = new MongoServer(new StoreServer(file).version(Version.FIVE));
    server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
  }
}
