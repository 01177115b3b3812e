package bitesize.oracle.pipeline;
import java.util.Map;
public final class PipelineJob { public static Object run(Map<String,Object> job) { return null; } }
