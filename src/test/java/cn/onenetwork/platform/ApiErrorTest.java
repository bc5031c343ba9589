package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiErrorTest {

    private static final Locale EN = Locale.ENGLISH;

    @ParameterizedTest
    @MethodSource("failures")
    void a_failed_field_has_a_code_and_a_message_for_people(Exception failure, Refusal.Code code, String message) {
        ApiError error = told("{ field }", _ -> {
            throw failure;
        });

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).isEqualTo(message);
        assertThat(error.path()).isEqualTo(List.of("field"));
        assertThat(error.errorId()).hasSize(36);
    }

    static Stream<Arguments> failures() {
        Refusal refusal = Refusal.badInput("cursor", EN);
        return Stream.of(
                Arguments.of(refusal, Refusal.Code.BAD_USER_INPUT, "The cursor is not valid."),
                Arguments.of(new CompletionException(refusal), Refusal.Code.BAD_USER_INPUT, "The cursor is not valid."),
                Arguments.of(
                        Problem.of(UserErrorCode.NOT_FOUND), Refusal.Code.NOT_FOUND, "Not found, or not yours to see."),
                Arguments.of(
                        new IllegalStateException(new ConnectException("10.0.0.7")),
                        Refusal.Code.UNAVAILABLE,
                        "The service is not available right now; try again later."),
                Arguments.of(
                        new IllegalStateException(ClosedConnectionException.INSTANCE),
                        Refusal.Code.UNAVAILABLE,
                        "The service is not available right now; try again later."),
                Arguments.of(
                        new CompletionException(
                                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")),
                        Refusal.Code.UNAVAILABLE,
                        "The service is not available right now; try again later."),
                Arguments.of(
                        new PgException("the database system is shutting down", "FATAL", "57P01", ""),
                        Refusal.Code.UNAVAILABLE,
                        "The service is not available right now; try again later."),
                Arguments.of(
                        new IllegalStateException(new SQLException("no space left", "53100")),
                        Refusal.Code.UNAVAILABLE,
                        "The service is not available right now; try again later."),
                Arguments.of(
                        new PgException("duplicate key", "ERROR", "23505", ""),
                        Refusal.Code.INTERNAL,
                        "Something went wrong on our side; give the error id when you ask for help."),
                Arguments.of(
                        new IllegalStateException("password"),
                        Refusal.Code.INTERNAL,
                        "Something went wrong on our side; give the error id when you ask for help."));
    }

    @Test
    void a_broken_promise_of_the_schema_is_our_mistake() {
        assertThat(told("{ promised }", _ -> null).code()).isEqualTo(Refusal.Code.INTERNAL);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_mistake_in_the_document_is_described_without_its_values(String document, String message) {
        ApiError error = told(document, _ -> "x");

        assertThat(error.code()).isEqualTo(Refusal.Code.BAD_USER_INPUT);
        assertThat(error.message()).isEqualTo("The GraphQL document or its variables have a mistake: " + message);
        assertThat(error.locations()).isNotEmpty();
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("{ field \"张三\" }", "syntax error at line 1, column 9"),
                Arguments.of(
                        "{ nothing }",
                        "Validation error (FieldUndefined@[nothing]) : Field 'nothing' in type 'Query' is undefined"),
                Arguments.of("{ field(count: \"张三\") }", "WrongType at field"),
                Arguments.of("query ($n: Int!) { field(count: $n) }", "wrong value of variable n"),
                Arguments.of("query ($unit: Unit) { field(unit: $unit) }", "wrong value of variable unit"));
    }

    @Test
    void the_description_of_the_schema_may_be_forbidden_or_asked_for_too_often() {
        assertThat(told("{ __schema { types { name } } }", _ -> null, Introspection.INTROSPECTION_DISABLED)
                        .code())
                .isEqualTo(Refusal.Code.FORBIDDEN);
        assertThat(told("{ a: __schema { types { name } } b: __schema { types { name } } }", _ -> null)
                        .code())
                .isEqualTo(Refusal.Code.COST_EXCEEDED);
    }

    @Test
    void an_aborted_execution_is_unavailable_and_a_crashed_one_our_mistake() {
        assertThat(ApiError.of((GraphQLError) new AbortExecutionException("stop"), EN)
                        .code())
                .isEqualTo(Refusal.Code.UNAVAILABLE);
        assertThat(ApiError.of((GraphQLError) new AbortExecutionException(new StackOverflowError()), EN)
                        .code())
                .isEqualTo(Refusal.Code.INTERNAL);
    }

    @Test
    void an_entry_has_its_members_in_order_and_none_that_is_empty() {
        ApiError error = ApiError.of(Refusal.of(Refusal.Code.FORBIDDEN, Locale.SIMPLIFIED_CHINESE), EN);

        assertThat(error.toMap().toString())
                .isEqualTo("{message=您没有所需的角色。, extensions={code=FORBIDDEN, errorId=" + error.errorId() + "}}");
    }

    private static ApiError told(String document, DataFetcher<?> fetcher, String... switchedOn) {
        GraphQL graphQl = GraphQL.newGraphQL(new SchemaGenerator()
                        .makeExecutableSchema(
                                new SchemaParser()
                                        .parse("type Query { field(count: Int, unit: Unit): String promised: String! }"
                                                + " enum Unit { DAY }"),
                                RuntimeWiring.newRuntimeWiring()
                                        .type(
                                                "Query",
                                                type -> type.dataFetchers(
                                                        Map.of("field", fetcher, "promised", fetcher)))
                                        .build()))
                .build();
        ExecutionInput input = ExecutionInput.newExecutionInput(document)
                .variables(Map.of("unit", "张三"))
                .locale(EN)
                .build();
        for (String key : switchedOn) {
            input.getGraphQLContext().put(key, true);
        }
        ExecutionResult result = graphQl.execute(input);
        return ApiError.of(result.getErrors().getFirst(), EN);
    }
}
