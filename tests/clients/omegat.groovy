// Runs inside OmegaT: its own readers read the files, and the plugin is asked as the panes ask it.
import org.omegat.filters2.master.PluginUtils
import org.omegat.gui.glossary.GlossaryReaderTBX
import org.omegat.gui.glossary.GlossaryReaderTSV
import org.omegat.util.Language

new File(project.projectProperties.glossaryRoot).listFiles().sort { it.name }.each { file ->
    def read = file.name.endsWith(".tbx") ? GlossaryReaderTBX.read(file, false) : GlossaryReaderTSV.read(file, false)
    read.each { println "SAYS file ${file.name}: ${it.srcText} => ${it.locText}" }
}
def loader = PluginUtils.pluginsClassLoader ?: Thread.currentThread().contextClassLoader
def make = { name -> loader.loadClass(name).getDeclaredConstructor().newInstance() }
def (ja, en) = [new Language("JA"), new Language("EN-US")]
def text = "この試料の磁化率を測定した。"
make("taiyaku.TermGlossary").search(ja, en, text).each {
    println "SAYS term ${it.srcText} => ${it.locText} | ${it.commentText.replace('\n', ' / ')}"
}
println "SAYS match ${make('taiyaku.MemoryMatches').getTranslation(ja, en, text)}"
// A server that is not there: nothing, at once, and the log says so once. The port takes no connections.
System.setProperty("taiyaku.url", "http://127.0.0.1:9")
def first = make("taiyaku.TermGlossary").search(ja, en, "水質の話。").size()
def began = System.currentTimeMillis()
def second = (1..5).sum { make("taiyaku.TermGlossary").search(ja, en, "水質の話 ${it}。").size() }
println "SAYS away: ${first} terms, then ${second} terms in ${System.currentTimeMillis() - began < 500 ? 'less' : 'more'} than half a second"
