package taiyaku;

import org.omegat.core.Core;
import org.omegat.core.CoreEvents;
import org.omegat.core.events.IApplicationEventListener;

/** What OmegaT loads: it tells OmegaT of the glossary and of the memory. Written against what versions 3.6 and 6 share. */
public final class Plugin {
    private Plugin() {}

    /** Called by OmegaT when it starts. */
    public static void loadPlugins() {
        Core.registerMachineTranslationClass(MemoryMatches.class);
        CoreEvents.registerApplicationEventListener(new IApplicationEventListener() {
            @Override
            public void onApplicationStartup() {
                Core.getGlossaryManager().addGlossaryProvider(new TermGlossary());
            }

            @Override
            public void onApplicationShutdown() {}
        });
    }

    /** Called by OmegaT when it ends. */
    public static void unloadPlugins() {}
}
