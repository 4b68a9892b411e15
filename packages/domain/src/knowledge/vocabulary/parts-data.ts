import { part } from "./concept.ts";

/** Where data lives and moves. */
export const dataParts = [
  part(
    "database",
    "database",
    [],
    `
    database|databases|db|datastore|datastores
    data store|stores
    rds|aurora|vitess|proxysql|pgbouncer|orchestrator
    sql
    table|tables
    primary|secondary|replica server|database|node
    oracle
    foreign|primary key
    transaction|transactions
  `,
  ),
  part(
    "postgres",
    "PostgreSQL",
    ["database"],
    `
    postgres|postgresql
    autovacuum|vacuum
    pgaudit|pgbouncer
    transaction id
    xid
  `,
  ),
  part(
    "mysql",
    "MySQL",
    ["database"],
    `
    mysql|mysql1|mariadb|percona|innodb|vitess|proxysql
  `,
  ),
  part(
    "sql-server",
    "SQL Server",
    ["database"],
    `
    sql server
    mssql
  `,
  ),
  part(
    "mongodb",
    "MongoDB",
    ["database"],
    `
    mongodb|mongo
  `,
  ),
  part(
    "cassandra",
    "Cassandra and its kin",
    ["database"],
    `
    cassandra|scylla|riak|couchdb|hbase|couchbase
  `,
  ),
  part(
    "dynamodb",
    "DynamoDB, Spanner, Bigtable",
    ["database"],
    `
    dynamodb|spanner|bigtable|cosmosdb
    secondary indexes
  `,
  ),
  part(
    "analytics-store",
    "analytics store",
    ["database"],
    `
    clickhouse|bigquery|snowflake|redshift|druid|retriever
    query engine
    data warehouse
    analytics
    time series
  `,
  ),
  part(
    "redis",
    "Redis",
    ["cache"],
    `
    redis|elasticache|valkey|sentinel
  `,
  ),
  part(
    "cache",
    "cache",
    [],
    `
    cache|caches|cached|caching
    memcached|memcache|varnish|mcrib
    buffer pool
    cache layer|cluster|ttl
  `,
  ),
  part(
    "search",
    "search",
    [],
    `
    elasticsearch|opensearch|solr|lucene
    search index|service|cluster|results
    elastic|kibana|meilisearch|typesense|algolia|sphinx
    search queries|query|requests|latency|database|databases|nodes|node|engine|shards|backend|replicas
    full text search
  `,
  ),
  part(
    "queue",
    "message queue",
    [],
    `
    queue|queues|queued|queueing
    kafka|rabbitmq|sqs|pubsub|kinesis|nats|activemq|pulsar
    pub sub
    message|event bus|broker|queue
    service bus
    event hubs
    consumers|consumer
    partition .. reassigned
  `,
  ),
  part(
    "workers",
    "background workers",
    [],
    `
    worker|workers
    background|batch|async job|jobs|task|tasks|processing
    asynchronous .. task|processing
    sidekiq|celery|hangfire|resque
    task processing
    cron
    scheduler
    pipeline|pipelines
    ? jobs
    import|imports|export|exports|processing|queued|scheduled jobs|job
    job queue|queues|processor|runner|runners|system|processing|scheduler
  `,
  ),
  part(
    "ingestion",
    "ingestion pipeline",
    ["workers"],
    `
    ingest|ingestion|ingested|ingesting
    data intake
    event processing
    pipeline .. data|events|delays
    exception processing
  `,
  ),
  part(
    "block-storage",
    "block storage",
    ["storage"],
    `
    ebs
    block store|storage
    persistent disk|disks
    ? volume|volumes
    storage|data|disk|persistent|ebs|attached|root|block|logical volume|volumes
    volume|volumes .. attached|detached|detach|mount|mounted|stuck|disk|degraded|storage
    san|3par|nas
    storage array|controller|volume|system
  `,
  ),
  part(
    "object-storage",
    "object storage",
    ["storage"],
    `
    s3
    blob|blobs
    object|cloud storage|store
    azure storage
    gcs|manta
    bucket|buckets
    storage service|services
  `,
  ),
  part(
    "storage",
    "storage",
    [],
    `
    storage
    disk|disks
    filestore
    storage server|servers|nodes
  `,
  ),
  part(
    "filesystem",
    "file system",
    ["storage"],
    `
    filesystem|filesystems
    file system
    fileserver|fileservers
    nfs|efs|drbd|gluster|ceph
    file server|servers
    local disk|files
    directory|directories
    inode
  `,
  ),
  part(
    "backup",
    "backups",
    [],
    `
    backup|backups
    snapshot|snapshots
    restore|restored .. backup|backups
  `,
  ),
  part(
    "metadata-service",
    "metadata or coordination service",
    [],
    `
    consul|zookeeper|etcd|chubby|nomad|vault
    service discovery|registry
    metadata service|server|servers|storage
    membership
    gossip
    coordination service
    configuration pipeline
    dynamic configuration
    quorum
  `,
  ),
] as const;
