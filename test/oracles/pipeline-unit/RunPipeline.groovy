import com.lesfurets.jenkins.unit.BasePipelineTest
import groovy.json.JsonOutput
import groovy.json.JsonSlurper

/**
 * Runs the pipeline of a file under JenkinsPipelineUnit, in the world that a file of JSON tells of (PipelineScenario): a
 * JSON list of step and first argument for each call.
 */
class UnderTest extends BasePipelineTest {}

/** A failed step. */
class StepFailed extends RuntimeException {
    StepFailed(String message) { super(message) }
}

File file = new File(args[0])
def world = new JsonSlurper().parse(new File(args[1]))
UnderTest test = new UnderTest()
test.scriptRoots += file.parent
test.setUp()

def answer = { step, given -> world.answers.find { it.step == step && given.toString().contains(it.match ?: '') } }
def build = [
    result: null,
    currentResult: 'SUCCESS',
    previousBuildInProgress: null,
    getBuildCauses: { String type -> [] },
]
test.binding.setVariable('currentBuild', build)
test.binding.setVariable('env', new HashMap(world.environment))
test.binding.setVariable('params', world.params)
test.binding.setVariable('scm', [:])
def step = { String name, List types, Closure does -> test.helper.registerAllowedMethod(name, types, does) }
step('podTemplate', [Map, Closure]) { options, body ->
    test.binding.setVariable('POD_LABEL', 'pod')
    body()
}
['container', 'ansiColor'].each { name -> step(name, [String, Closure]) { text, body -> body() } }
['withEnv', 'withCredentials'].each { name -> step(name, [List, Closure]) { list, body -> body() } }
['timeout', 'lock'].each { name -> step(name, [Map, Closure]) { options, body -> body() } }
step('catchError', [Map, Closure]) { options, body ->
    try {
        body()
    } catch (StepFailed failed) {
        build.currentResult = 'FAILURE'
    }
}
['scmGit', 'string', 'disableConcurrentBuilds', 'logRotator'].each { name -> step(name, [Map]) { it } }
['archiveArtifacts', 'mail', 'junit', 'recordCoverage', 'build', 'slackSend', 'milestone', 'writeFile', 'copyArtifacts'].each { name ->
    step(name, [Map]) { }
}
step('properties', [List]) { }
step('error', [String]) { throw new StepFailed(it) }
step('input', [Map]) { if (answer('input', it)?.abort) throw new StepFailed('aborted') }
def checkout = { answer('checkout', '')?.returns ?: [GIT_COMMIT: 'abc'] }
step('checkout', [Map], checkout)
def shell = { Map given ->
    def found = answer('sh', given.script)
    int code = found?.exit ?: 0
    if (given.returnStatus) return code
    if (code != 0) throw new StepFailed('exit code ' + code)
    given.returnStdout ? found?.stdout ?: '' : null
}
step('sh', [Map], shell)
step('sh', [String]) { shell(script: it) }
try {
    test.runScript(file.name)
} catch (StepFailed failed) {
    // How the pipeline ended: the calls say it.
}
def names = test.helper.allowedMethodCallbacks.keySet()*.name
def calls = test.helper.callStack.findAll { names.contains(it.methodName) }
println JsonOutput.toJson(calls.collect { [it.methodName, it.args.size() == 0 ? '' : it.args[0].toString()] })
