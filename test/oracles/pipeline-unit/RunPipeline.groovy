import com.lesfurets.jenkins.unit.BasePipelineTest
import groovy.json.JsonOutput

/** Runs the pipeline of a file under JenkinsPipelineUnit: a JSON list of step and first argument for each call. */
class UnderTest extends BasePipelineTest {}

File file = new File(args[0])
UnderTest test = new UnderTest()
test.scriptRoots += file.parent
test.setUp()
test.binding.setVariable('currentBuild', [currentResult: 'SUCCESS'])
test.helper.registerAllowedMethod('podTemplate', [Map, Closure]) { options, body ->
    test.binding.setVariable('POD_LABEL', 'pod')
    body()
}
['container', 'ansiColor'].each { name -> test.helper.registerAllowedMethod(name, [String, Closure]) { text, body -> body() } }
['withEnv', 'withCredentials'].each { name -> test.helper.registerAllowedMethod(name, [List, Closure]) { list, body -> body() } }
['timeout', 'catchError'].each { name -> test.helper.registerAllowedMethod(name, [Map, Closure]) { options, body -> body() } }
['scmGit', 'string'].each { name -> test.helper.registerAllowedMethod(name, [Map]) { it } }
['archiveArtifacts', 'mail'].each { name -> test.helper.registerAllowedMethod(name, [Map]) { } }
test.helper.registerAllowedMethod('checkout', [Map]) { [GIT_COMMIT: 'abc'] }
test.runScript(file.name)
def calls = test.helper.callStack.findAll { test.helper.allowedMethodCallbacks.keySet()*.name.contains(it.methodName) }
println JsonOutput.toJson(calls.collect { [it.methodName, it.args.size() == 0 ? '' : it.args[0].toString()] })
