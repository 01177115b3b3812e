package bitesize.oracle.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.AttributeExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Types;

/**
 * Sends every call and property access of a pipeline through {@link Sandbox}, as the sandbox of script-security does,
 * and notes what can be seen to be refused without running: constructors, casts, static calls, method pointers.
 */
final class SandboxTransform extends CompilationCustomizer {
  private static final ClassNode SANDBOX = ClassHelper.make(Sandbox.class);
  private final Whitelist whitelist;
  private final List<Map<String, Object>> refused;
  private final List<Integer> strings;

  SandboxTransform(Whitelist whitelist, List<Map<String, Object>> refused, List<Integer> strings) {
    super(CompilePhase.SEMANTIC_ANALYSIS);
    this.whitelist = whitelist;
    this.refused = refused;
    this.strings = strings;
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    new Transformer(source, type.isScript()).visitClass(type);
  }

  private final class Transformer extends ClassCodeExpressionTransformer {
    private final SourceUnit source;
    private final boolean isScript;

    Transformer(SourceUnit source, boolean isScript) {
      this.source = source;
      this.isScript = isScript;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public Expression transform(Expression expression) {
      if (expression == null) return null;
      if (expression instanceof ClosureExpression) ((ClosureExpression) expression).getCode().visit(this);
      if (expression instanceof GStringExpression) strings.add(expression.getLineNumber());
      if (expression instanceof MethodCallExpression) return methodCall((MethodCallExpression) expression);
      if (expression instanceof AttributeExpression || expression instanceof MethodPointerExpression) refuse(expression, expression.getText());
      if (expression instanceof PropertyExpression) return property((PropertyExpression) expression);
      if (expression instanceof PostfixExpression || expression instanceof PrefixExpression) return expression;
      if (expression instanceof BinaryExpression) return binary((BinaryExpression) expression);
      check(expression);
      return super.transform(expression);
    }

    private void check(Expression expression) {
      String type = expression.getType().getName();
      if (expression instanceof ConstructorCallExpression && !isOwn(expression) && !whitelist.allowsConstructor(type)) refuse(expression, "new " + type);
      if (expression instanceof CastExpression && !isOwn(expression) && !whitelist.allowsCast(type)) refuse(expression, "a cast to " + type);
      if (expression instanceof StaticMethodCallExpression) {
        StaticMethodCallExpression call = (StaticMethodCallExpression) expression;
        String owner = call.getOwnerType().getName();
        if (!whitelist.allowsStatic(owner, call.getMethod())) refuse(call, "staticMethod " + owner + " " + call.getMethod());
      }
    }

    private boolean isOwn(Expression expression) {
      ClassNode type = expression.getType();
      return source.getAST().getClasses().contains(type.redirect());
    }

    private Expression methodCall(MethodCallExpression call) {
      Expression arguments = arguments(call.getArguments());
      if (arguments == null) {
        refuse(call, "spread arguments, which this check does not follow");
        return super.transform(call);
      }
      Expression name = transform(call.getMethod());
      if (call.isImplicitThis()) {
        return isScript ? sandbox(call, "step", VariableExpression.THIS_EXPRESSION, name, arguments) : super.transform(call);
      }
      if (call.getObjectExpression() == VariableExpression.SUPER_EXPRESSION) return super.transform(call);
      String method = call.isSpreadSafe() ? "spread" : "call";
      Expression safe = new ConstantExpression(call.isSafe(), true);
      return sandbox(call, method, transform(call.getObjectExpression()), safe, name, arguments);
    }

    private Expression property(PropertyExpression access) {
      if (access.isImplicitThis()) return super.transform(access);
      Expression safe = new ConstantExpression(access.isSafe(), true);
      return sandbox(access, "property", transform(access.getObjectExpression()), safe, transform(access.getProperty()));
    }

    /** What is assigned to stays an assignment; only its object is checked. */
    private Expression binary(BinaryExpression expression) {
      boolean isAssignment = Types.ofType(expression.getOperation().getType(), Types.ASSIGNMENT_OPERATOR);
      if (!isAssignment || expression instanceof DeclarationExpression || !(expression.getLeftExpression() instanceof PropertyExpression)) {
        return super.transform(expression);
      }
      PropertyExpression left = (PropertyExpression) expression.getLeftExpression();
      Expression object = left.isImplicitThis() ? left.getObjectExpression() : sandbox(left, "target", transform(left.getObjectExpression()));
      PropertyExpression target = new PropertyExpression(object, left.getProperty(), left.isSafe());
      target.setSourcePosition(left);
      Expression result = new BinaryExpression(target, expression.getOperation(), transform(expression.getRightExpression()));
      result.setSourcePosition(expression);
      return result;
    }

    /** Returns the arguments as an array, named ones as a map in front; null when their number is not known. */
    private Expression arguments(Expression given) {
      List<Expression> values = new ArrayList<>();
      for (Expression each : ((TupleExpression) given).getExpressions()) {
        if (each instanceof SpreadExpression) return null;
        Expression value = each instanceof NamedArgumentListExpression ? new MapExpression(((NamedArgumentListExpression) each).getMapEntryExpressions()) : each;
        values.add(transform(value));
      }
      return new ArrayExpression(ClassHelper.OBJECT_TYPE, values);
    }

    private Expression sandbox(Expression original, String method, Expression... arguments) {
      Expression call = new StaticMethodCallExpression(SANDBOX, method, new ArgumentListExpression(arguments));
      call.setSourcePosition(original);
      return call;
    }

    private void refuse(ASTNode at, String what) {
      refused.add(bitesize.oracle.compile.Problems.at(at.getLineNumber(), at.getColumnNumber(), what));
    }
  }
}
