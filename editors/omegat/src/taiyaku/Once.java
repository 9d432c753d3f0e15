package taiyaku;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.omegat.util.Log;

/** Says each kind of trouble once, in OmegaT's log, until it is over. */
final class Once {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Once() {}

    static void say(String kind, String message) {
        if (SAID.add(kind)) {
            Log.log("Taiyaku: " + message);
        }
    }

    static void over(String kind, String message) {
        if (SAID.remove(kind)) {
            Log.log("Taiyaku: " + message);
        }
    }
}
