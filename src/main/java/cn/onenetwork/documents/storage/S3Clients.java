package cn.onenetwork.documents.storage;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

/// Makes the client of the object storage.
final class S3Clients {

    private S3Clients() {}

    /// The checksums that matter are given explicitly, with each part; those that the client would add to every
    /// other call are not understood by all storages.
    static S3AsyncClient of(StorageConfig.S3 config) {
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .forcePathStyle(config.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(config.connections())
                        .connectionTimeout(config.attemptTimeout())
                        .connectionAcquisitionTimeout(config.timeout())
                        .readTimeout(config.attemptTimeout())
                        .writeTimeout(config.attemptTimeout()))
                .overrideConfiguration(limits ->
                        limits.apiCallTimeout(config.timeout()).apiCallAttemptTimeout(config.attemptTimeout()));
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(StorageConfig.S3 config) {
        return config.accessKey()
                .flatMap(access -> config.secretKey().map(secret -> AwsBasicCredentials.create(access, secret)))
                .<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
}
